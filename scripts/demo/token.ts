/** Decimals of the demo's token. */
export const DECIMALS = 0;

/** What people call the demo's token. */
export const TOKEN = { decimals: DECIMALS, symbol: "CLP" } as const;
