import { ValidateIf } from 'class-validator';

/** The field may be `null`. Unlike with `IsOptional`, it may not be left out. */
export const MayBeNull = () => ValidateIf((_, value) => value !== null);
