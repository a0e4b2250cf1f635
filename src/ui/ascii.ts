/** Signs that have a likeness in ASCII. Accents and inverted question marks are simply left out. */
const likeness: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '…': '...',
  '–': '-',
  '—': '-',
  '─': '-',
  '═': '=',
  '▶': '>',
  '→': '->',
  '←': '<-',
  '↑': 'Up',
  '↓': 'Down',
  '×': 'x',
  '·': '-',
  '✓': '+',
  '✗': 'x',
  '●': '*',
  '○': 'o',
  '¿': '',
  '¡': '',
  ª: 'a',
  º: 'o',
};

/** The same words for a terminal that shows nothing but ASCII. What has no likeness becomes a question mark. */
export const asciiOf = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]/gu, (sign) => likeness[sign] ?? '?');
