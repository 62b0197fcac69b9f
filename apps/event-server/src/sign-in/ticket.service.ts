import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, ValidateIf, validateSync } from 'class-validator';
import { errors, jwtVerify, SignJWT } from 'jose';
import { Fault, roles, type Role } from '@manyhalls/contracts';
import { Secrets } from '../secrets/secrets';
import type { Ticket } from './ticket';

const issuer = 'manyhalls';
const audience = 'ticket';
/** Short, so that a stolen ticket is soon worth nothing; the page refreshes it before it ends. */
const lifeSeconds = 5 * 60;

class TicketClaims {
  @IsUUID() sub: string;
  @IsUUID() signIn: string;
  @ValidateIf((claims: TicketClaims) => claims.event !== null) @IsUUID() event: string | null;
  @IsIn(roles) role: Role;
  @ValidateIf((claims: TicketClaims) => claims.venue !== null) @IsUUID() venue: string | null;
  @IsString() name: string;
  @IsInt() exp: number;
}

/** Tickets are JWTs signed by HMAC-SHA-256: https://www.rfc-editor.org/rfc/rfc7519 */
@Injectable()
export class TicketService {
  constructor(private readonly secrets: Secrets) {}

  /** Signs a ticket that ends in five minutes. */
  async issue(holder: Omit<Ticket, 'expiresAt'>): Promise<{ token: string; expiresAt: Date }> {
    const exp = Math.floor(Date.now() / 1000) + lifeSeconds;
    const token = await new SignJWT({
      signIn: holder.signInId,
      event: holder.eventId,
      role: holder.role,
      venue: holder.venueId,
      name: holder.displayName,
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(holder.participantId)
      .setExpirationTime(exp)
      .sign(this.secrets.signing);
    return { token, expiresAt: new Date(exp * 1000) };
  }

  /**
   * Reads a ticket: signature and expiry, nothing else. Whether it was revoked is `SignInsService.check`.
   * @throws {Fault} `ticket-expired`; `not-signed-in` for anything that is not a ticket of ours.
   */
  async verify(token: string): Promise<Ticket> {
    let payload: unknown;
    try {
      ({ payload } = await jwtVerify(token, this.secrets.signing, {
        algorithms: ['HS256'],
        issuer,
        audience,
      }));
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Fault('ticket-expired', 'the ticket has expired');
      throw new Fault('not-signed-in', 'this is not a valid ticket');
    }
    const claims = plainToInstance(TicketClaims, payload);
    if (validateSync(claims).length > 0) throw new Fault('not-signed-in', 'the ticket is incomplete');
    return {
      signInId: claims.signIn,
      participantId: claims.sub,
      eventId: claims.event,
      role: claims.role,
      venueId: claims.venue,
      displayName: claims.name,
      expiresAt: new Date(claims.exp * 1000),
    };
  }
}
