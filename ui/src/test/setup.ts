/** What happy-dom lacks and the tests' own tidying. */
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => cleanup());
