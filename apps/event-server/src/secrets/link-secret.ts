import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters of base64url: what stands in a link or a cookie. */
export function freshSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How such a secret is stored. It is random and long, so a plain SHA-256 needs no salt and no stretching. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
