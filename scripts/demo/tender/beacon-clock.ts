/** Clock of the demo's own beacon: a round every three seconds from 2022 on, before any story begins; unix seconds. */
export const BEACON_CLOCK = { genesis: 1_640_995_200n, period: 3n } as const;
