import { toCsv } from './csv';

const field = (cell: string | number | boolean | null) => toCsv(['a'], [[cell]]).split('a\r\n')[1];

describe('toCsv', () => {
  it('begins with the byte order mark and ends every line', () => {
    expect(
      toCsv(
        ['number', 'text'],
        [
          [1, 'Hi'],
          [2, null],
        ],
      ),
    ).toBe('\ufeffnumber,text\r\n1,Hi\r\n2,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(field('a,b')).toBe('"a,b"\r\n');
    expect(field('say "yes"')).toBe('"say ""yes"""\r\n');
    expect(field('one\ntwo')).toBe('"one\ntwo"\r\n');
  });

  it.each(['=1+1', '+81 3', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes %j harmless', (formula) => {
    expect(field(formula)).toContain(`'${formula}`);
  });

  it('quotes a formula that needs it, after the apostrophe', () => {
    expect(field('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
  });

  it('leaves numbers and truth as they are', () => {
    expect(field(-1)).toBe('-1\r\n');
    expect(field(true)).toBe('true\r\n');
  });
});
