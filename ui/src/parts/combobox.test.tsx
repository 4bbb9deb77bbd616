/** A field with a list under fast hands: what is chosen is what was typed, and the keys after it go where they were meant. */
import { render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { hands, press } from "../test/hands";
import { TextProvider } from "../text";
import { Combobox, narrow, type Option } from "./combobox";

const BUYERS: Option[] = [
  { key: "a", name: "ООО «Кузьминки»" },
  { key: "b", name: "ОАО «Гомсельмаш»" },
];

function Form(props: { choose: (key: string) => void; create: (text: string) => void; wait: number }) {
  const [shown, setShown] = useState("");
  const [note, setNote] = useState("");
  const find = async (text: string) => {
    await new Promise((done) => setTimeout(done, props.wait));
    return narrow(BUYERS, text);
  };
  return (
    <TextProvider language="ru">
      <div data-form="">
        <Combobox
          label="Покупатель"
          shown={shown}
          autoFocus
          find={find}
          choose={(option) => {
            setShown(option.name);
            props.choose(option.key);
          }}
          create={{ say: (text) => `Создать ${text}`, run: props.create }}
        />
        <input aria-label="Примечание" value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
    </TextProvider>
  );
}

function open(wait: number) {
  const choose = vi.fn();
  const create = vi.fn();
  render(<Form choose={choose} create={create} wait={wait} />);
  screen.getByRole("combobox").focus();
  return { choose, create, note: () => (screen.getByRole("textbox", { name: "Примечание" }) as HTMLInputElement).value };
}

describe.each([0, 30])("a choice typed ahead of an answer that takes %i ms", (wait) => {
  it("is taken once, and the next field takes what was meant for it", async () => {
    const form = open(wait);
    hands("гом", "Enter", "Enter", "срочно");
    await waitFor(() => expect(form.note()).toBe("срочно"));
    expect(form.choose.mock.calls).toEqual([["b"]]);
  });

  it("is taken by Tab too", async () => {
    const form = open(wait);
    hands("кузь");
    press("Tab");
    hands("до обеда");
    await waitFor(() => expect(form.note()).toBe("до обеда"));
    expect(form.choose.mock.calls).toEqual([["a"]]);
  });

  it("makes no record that nobody has seen to be missing", async () => {
    const form = open(wait);
    hands("нет такого", "Enter", "Enter", "x");
    await new Promise((done) => setTimeout(done, wait + 30));
    expect(form.create).not.toHaveBeenCalled();
    expect(screen.getByRole("combobox")).toHaveProperty("value", "нет такого");
    hands("Enter");
    expect(form.create.mock.calls).toEqual([["нет такого"]]);
  });
});
