import { equalColumns } from './equal-grid';

it.each([
  [1, 1600, 900, 1],
  [2, 1600, 900, 2],
  [3, 1600, 900, 2],
  [4, 1600, 900, 2],
  [3, 400, 900, 1],
  [3, 2400, 300, 3],
  [7, 1600, 900, 3],
])('shows %i pictures in %i × %i with %i columns', (count, width, height, columns) => {
  expect(equalColumns(count, width, height)).toBe(columns);
});

it('has one column while nothing is measured', () => {
  expect(equalColumns(3, 0, 0)).toBe(1);
});
