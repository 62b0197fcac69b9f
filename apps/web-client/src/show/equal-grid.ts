/**
 * How many columns show `count` pictures of 16:9 as large as they fit.
 * @param width,height of the place they share, in any unit
 */
export function equalColumns(count: number, width: number, height: number): number {
  let best = { columns: 1, tile: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = Math.min(width / columns, ((height / rows) * 16) / 9);
    if (tile > 0 && tile >= best.tile) best = { columns, tile };
  }
  return best.columns;
}
