import { Type, type ClassConstructor } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';

/** One object of another DTO. `ValidateNested` alone lets pass what is missing, `null`, or a list. */
export function Nested(dto: () => ClassConstructor<object>): PropertyDecorator {
  return (target, property) => {
    IsObject()(target, property);
    ValidateNested()(target, property);
    Type(dto)(target, property);
  };
}

/** A list of objects of another DTO; goes with `IsArray`. */
export function NestedList(dto: () => ClassConstructor<object>): PropertyDecorator {
  return (target, property) => {
    IsObject({ each: true })(target, property);
    ValidateNested({ each: true })(target, property);
    Type(dto)(target, property);
  };
}
