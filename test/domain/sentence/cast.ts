/** The people every sentence of the table is about, as the reader is given them. */
export const CAST = [
  { id: 'dana', name: 'Dana Reyes', company: 'Acme', mayEnd: true },
  { id: 'danaW', name: 'Dana Whitfield', company: 'Northgate', mayEnd: true },
  { id: 'lena', name: 'Lena Vogt', company: 'Acme', mayEnd: true },
  { id: 'tom', name: 'Tom Okafor', company: 'Birch', mayEnd: true },
  { id: 'sam', name: 'Sam Doyle', company: 'Birch', mayEnd: false },
  { id: 'mia', name: 'Mia Lund', company: 'Nordic Freight', mayEnd: true },
  { id: 'june', name: 'June Carter', company: 'Harbor Supply', mayEnd: true },
  { id: 'mayday', name: 'May Day Ltd', company: null, mayEnd: true },
  { id: 'will', name: 'Will Call', company: 'Boxoffice Partners', mayEnd: true },
  { id: 'priya', name: 'Priya Shah', company: 'Friday Coffee', mayEnd: true },
  { id: 'greta', name: 'Greta Holm', company: 'March & Co', mayEnd: true },
  { id: 'kenji', name: 'Kenji Mori', company: 'Umi Foods', mayEnd: true },
  { id: 'jose', name: 'José Álvarez', company: 'Solé', mayEnd: true },
] as const;
