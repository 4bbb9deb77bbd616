/** A dialog over the screen: its own layer of keys, the focus inside, and back to its opener when it is gone. */
import { type ReactNode, useEffect, useRef } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import { Layer, useAction } from "../keys";
import { useText } from "../text";
import { ActionButton, Button } from "./button";

interface Props {
  title: string;
  close: () => void;
  children: ReactNode;
  confirm?: { say: string; run: () => void; disabledBecause?: string | undefined; busy?: boolean };
  /** Cannot be undone: asked with verbs, the focus on the safe one. */
  grave?: boolean;
  /** Word of the safe button. */
  cancel?: string;
  wide?: boolean;
}

export function Dialog(props: Props) {
  return (
    <ModalOverlay className="scrim fade" isOpen isDismissable onOpenChange={(open) => !open && props.close()}>
      <Modal className={`dialog${props.wide ? " wide" : ""}`}>
        <AriaDialog role={props.grave ? "alertdialog" : "dialog"} aria-label={props.title}>
          <Layer>
            <Inside {...props} />
          </Layer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Inside(props: Props) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useAction("back", props.close);
  // What is typed right after opening goes into the first field; a grave question keeps the focus on its safe answer.
  useEffect(() => {
    if (props.grave || box.current?.contains(document.activeElement)) return;
    const first = box.current?.querySelector<HTMLElement>("input:checked, input:not([type=radio], [readonly], :disabled)");
    first?.focus();
  }, [props.grave]);
  return (
    <>
      <header>
        <h2>{props.title}</h2>
      </header>
      <div ref={box} className="inside" data-form="" tabIndex={props.confirm ? undefined : 0}>
        {props.children}
      </div>
      {props.confirm ? (
        <footer>
          <Button onPress={props.close} cap="Esc" ref={props.grave ? (node) => node?.focus() : undefined}>
            {props.cancel ?? t("cancel")}
          </Button>
          <ActionButton
            action="confirm"
            main
            run={props.confirm.run}
            disabledBecause={props.confirm.disabledBecause}
            busy={props.confirm.busy ?? false}
          >
            {props.confirm.say}
          </ActionButton>
        </footer>
      ) : (
        <footer>
          <Button onPress={props.close} cap="Esc">
            {t("close")}
          </Button>
        </footer>
      )}
    </>
  );
}
