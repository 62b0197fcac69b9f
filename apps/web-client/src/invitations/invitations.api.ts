import type { InvitationPreviewDto, SignInDto } from '@manyhalls/contracts';
import { http } from '../api/http';

/** Reading an invitation does not use it up; mail scanners may do it as often as they like. */
export const previewInvitation = (secret: string, signal: AbortSignal) =>
  http<InvitationPreviewDto>('POST', 'invitations/preview', { body: { secret }, signal });

export const redeemInvitation = (secret: string) =>
  http<SignInDto>('POST', 'invitations/redeem', { body: { secret } });
