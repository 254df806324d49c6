/** Rounds of drand's networks as they were published: the round, its signature, its randomness. */
export interface RecordedRound {
  readonly round: bigint;
  readonly signature: string;
  readonly randomness: string;
}

export const QUICKNET_ROUNDS: readonly RecordedRound[] = [
  {
    round: 1000n,
    signature: "0xb44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
    randomness: "0xfe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
  },
  {
    round: 657_413n,
    signature: "0xb713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b",
    randomness: "0xfc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587",
  },
  {
    round: 20_791_007n,
    signature: "0x8d2c8bbc37170dbacc5e280a21d4e195cff5f32a19fd6a58633fa4e4670478b5fb39bc13dd8f8c4372c5a76191198ac5",
    randomness: "0xf4ad45db792e14676c62891989b804504e09bf0029cd472143d958649ab3c88a",
  },
  {
    round: 20_905_307n,
    signature: "0x8a60486975062d9f06633c284cf1a7b46fb343f56f329f180530ca40a9e86320244f4fbfc37ae866cf25ef499665a31f",
    randomness: "0x1e59991c53740175e0e19e9889475267c54381beea6fdd9f8c020df1656cb90e",
  },
];

export const EVMNET_ROUNDS: readonly RecordedRound[] = [
  {
    round: 1n,
    signature:
      "0x11f812d738a36b2210dc88c2d635ad8039588205f42445d6de09e6530165c3462a23aca348c84badcf8df5321ac24577b7963d5b0d780bc4626baedb45cde373",
    randomness: "0x781b75698adc3af62cfa55db83cf0c73ae54e1ac8c0d4c3a2224126b65369ec5",
  },
  {
    round: 9_337_227n,
    signature:
      "0x01d65d6128f4b2df3d08de85543d8efe06b0281d0770246ae3672e8ddd3efda0269373123458f0b5c0073eeed1c816a06809e127421513e34ee07df6987910b3",
    randomness: "0xa1e645cd6193837f626716851f5c42ad4bf63ad75193b2cae40f88c08c8f3bd8",
  },
  {
    round: 10_000_000n,
    signature:
      "0x2c7b65b5acfe55256910ca71cf0a0fa71ac34c2a1167f86a22930a03e70ebec00f7a530796e7ee38600b06da0390634a9b154e3eebc3b323dde2111e1c8ebdf3",
    randomness: "0x8b8535f192275f32bc8532d19f0465f25abc4cb762697236a29665bc5248aa6c",
  },
];
