/** What every list says of its rows. */
export const grid = {
  clearSearch: 'Clear search',
  selected: '{{n, number}} selected',
  allMatching: 'all {{n, number}} matching',
  selectAllMatching: 'Select all {{n, number}} matching',
  clearSelection: 'Clear selection',
  selectAll: 'Select all',
  sortHint: 'Sort by {{column}}; with Shift as well',
  resize: 'Drag to resize; double-click for the usual width',
} as const
