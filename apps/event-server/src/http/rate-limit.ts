import { applyDecorators, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';

/**
 * How often one address may call a route in a minute, on one server. A whole hall often shares an address, so limits
 * are for machines, not for crowds.
 */
export const PerMinute = (limit: number) =>
  applyDecorators(UseGuards(ThrottlerGuard), Throttle({ default: { limit, ttl: 60_000 } }));
