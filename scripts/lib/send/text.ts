/** A sentence in both languages of the project. */
export interface Text {
  readonly es: string;
  readonly en: string;
}

export type Language = keyof Text;
