/** Numbers as people write them: "0-3, 8". */
export function ranges(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const parts: string[] = [];
  let start = 0;
  sorted.forEach((number, index) => {
    if (sorted[index + 1] === number + 1) return;
    const first = sorted[start] ?? number;
    parts.push(first === number ? String(number) : `${first}-${number}`);
    start = index + 1;
  });
  return parts.join(', ');
}
