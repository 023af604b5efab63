/**
 * Text broken at words, as a terminal does not do by itself. Indented lines stay whole, since they are there to be copied,
 * and so does a word that is longer than a line, such as an address.
 *
 * @param columns of the terminal
 */
export function wrapped(text: string, columns: number): string {
  return text
    .split("\n")
    .map((line) => (line.startsWith(" ") ? line : breakAtWords(line, columns)))
    .join("\n");
}

function breakAtWords(line: string, columns: number): string {
  const [first = "", ...words] = line.split(" ");
  let room = columns - first.length;
  return words.reduce((broken, word) => {
    const fits = word.length < room;
    room = (fits ? room - 1 : columns) - word.length;
    return `${broken}${fits ? " " : "\n"}${word}`;
  }, first);
}
