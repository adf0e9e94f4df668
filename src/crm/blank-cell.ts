/** Whether a cell says nothing: it is empty, or says so in the words of a database or a spreadsheet. */
export function isBlankCell(cell: string): boolean {
  return cell === '' || (cell.length <= LONGEST_BLANK && BLANK.test(cell));
}

const BLANK = /^\s*(?:null|\(null\)|\(blank\)|#n\/a|n\/a|nan|nil|\\n|--?|—)?\s*$/i;
// Most cells are looked at many times, and few are this short.
const LONGEST_BLANK = 10;
