import { LARGEST_CALL, measureOffChain } from "./off-chain.ts";

// A process of its own, so that its peak of memory is that of this work alone.
process.stdout.write(JSON.stringify(measureOffChain(LARGEST_CALL)));
