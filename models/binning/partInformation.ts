/** What one bin adds to the information value: (share of goods - share of bads) x ln(share of goods / share of bads); both above zero. */
export function partInformation(goods: number, bads: number): number {
  return (goods - bads) * Math.log(goods / bads);
}
