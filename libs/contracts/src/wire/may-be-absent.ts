import { ValidateIf } from 'class-validator';

/** The field may be left out. Unlike `IsOptional`, `null` is not the same as leaving it out. */
export const MayBeAbsent = () => ValidateIf((_, value) => value !== undefined);
