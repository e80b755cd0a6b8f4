/** What all areas share. */

export interface Named {
  en: string;
  ur?: string;
  ps?: string;
}

export interface Items<T> {
  items: T[];
}
