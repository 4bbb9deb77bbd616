/// <reference types="vitest/config" />
// How the interface is built and tested. The text of the screens is read from the house's one catalogue in assets/text.
import { fileURLToPath } from "node:url";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  // react-aria carries thirty languages; the desk speaks Russian (and Belarusian, which takes its words) and English.
  plugins: [{ ...optimizeLocales.vite({ locales: ["ru-RU", "en-GB", "en-US"] }), enforce: "pre" }],
  resolve: {
    alias: { "@text": fileURLToPath(new URL("../assets/text", import.meta.url)) },
  },
  build: {
    target: ["es2022", "safari16", "chrome110"],
    cssTarget: ["safari16", "chrome110"],
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
    rollupOptions: {
      onwarn(warning, warn) {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  server: { port: 5317, strictPort: true, fs: { allow: [".."] }, proxy: { "/call": "http://127.0.0.1:5318", "/events": "http://127.0.0.1:5318" } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test/setup.ts"],
  },
});
