/**
 * How long a bar is drawn. Here, and only here, a sum becomes a floating number: the result is pixels, never a figure
 * that anyone reads. The figures beside the bars are the core's strings.
 */
export function lengthOf(sum: string, of: number, room: number): number {
  const value = Number(sum);
  if (!Number.isFinite(value) || value <= 0 || of <= 0) return 0;
  return Math.max(2, (value / of) * room);
}

export function longest(sums: string[]): number {
  return Math.max(0, ...sums.map(Number).filter(Number.isFinite));
}

/** Round steps for the axis, at most four. */
export function steps(top: number): number[] {
  if (top <= 0) return [];
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => top / size <= 4.5) ?? power * 10;
  const list = [];
  for (let value = 0; value <= top; value += step) list.push(value);
  return list;
}
