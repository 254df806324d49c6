import { task } from "hardhat/config";

/** `npx hardhat demo [--input FILE] [--json FILE] [--lang es|en]`. */
export const demoTask = task("demo", "Plays the whole life of one public contract on a local chain")
  .addOption({
    name: "input",
    description: "A contract's file, in place of the repository's own",
    defaultValue: "",
  })
  .addOption({ name: "json", description: "Also write the reconciliation to this file", defaultValue: "" })
  .addOption({ name: "lang", description: "Language of the story: es or en", defaultValue: "es" })
  .setAction(() => import("./action.ts"))
  .build();
