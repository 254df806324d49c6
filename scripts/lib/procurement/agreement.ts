export * from "./deed.ts";
export * from "./names.ts";
export * from "./terms-hash.ts";
export * from "./typed-data.ts";
