import 'reflect-metadata';
import { IsArray, IsInt } from 'class-validator';
import { decode } from './decode';
import { Nested, NestedList } from './nested';

class PointDto {
  @IsInt() x: number;
}

class ShapeDto {
  @Nested(() => PointDto) centre: PointDto;
  @IsArray() @NestedList(() => PointDto) corners: PointDto[];
}

const good = { centre: { x: 1 }, corners: [{ x: 2 }] };

describe('nested DTOs', () => {
  it.each([undefined, null, [], [{ x: 1 }], 'x', {}, { x: 'x' }, { x: 1, y: 2 }])(
    'refuse %j as one',
    (centre) => {
      expect(() => decode(ShapeDto, { ...good, centre })).toThrow('does not fit');
    },
  );

  it.each([undefined, null, {}, [null], [[]], [[{ x: 1 }]], ['x'], [{ x: 1 }, {}], [{ x: 1, y: 2 }]])(
    'refuse %j as a list',
    (corners) => {
      expect(() => decode(ShapeDto, { ...good, corners })).toThrow('does not fit');
    },
  );

  it('do not go on for ever', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    expect(() => decode(ShapeDto, { ...good, centre: deep })).toThrow('nested too deeply');
    expect(() => decode(ShapeDto, { ...good, more: deep })).toThrow('nested too deeply');
  });

  it('are instances of their classes', () => {
    const shape = decode(ShapeDto, good);
    expect(shape.centre).toBeInstanceOf(PointDto);
    expect(shape.corners).toEqual([expect.any(PointDto)]);
  });
});
