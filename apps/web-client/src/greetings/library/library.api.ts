import type {
  ApproveGreetingDto,
  CreateGreetingDto,
  GreetingDto,
  GreetingLinkDto,
  Language,
  SendBackGreetingDto,
  TrimGreetingDto,
  UpdateGreetingDto,
} from '@manyhalls/contracts';
import { Fault } from '@manyhalls/contracts/wire/fault';
import type { Method, RequestOptions } from '../../api/http';
import { getTicket, signedHttp } from '../../sign-in/tickets';

/** What somebody of the crew may ask about the greetings of an event. */
export function libraryApi(signInId: string, eventId: string) {
  const base = `events/${eventId}/greetings`;
  const ask = <Reply = GreetingDto>(method: Method, path: string, options?: Omit<RequestOptions, 'ticket'>) =>
    signedHttp<Reply>(signInId, method, `${base}${path}`, options);
  return {
    list: (signal: AbortSignal) => ask<GreetingDto[]>('GET', '', { signal }),
    invite: (body: CreateGreetingDto) => ask<GreetingLinkDto>('POST', '', { body }),
    update: (id: string, body: UpdateGreetingDto) => ask('PATCH', `/${id}`, { body }),
    replaceLink: (id: string) => ask<GreetingLinkDto>('POST', `/${id}/replace-link`),
    revokeLink: (id: string) => ask('POST', `/${id}/revoke-link`),
    remove: (id: string) => ask<void>('DELETE', `/${id}`),

    approve: (id: string, body: ApproveGreetingDto) => ask('POST', `/${id}/approve`, { body }),
    unapprove: (id: string, version: number) => ask('POST', `/${id}/unapprove`, { body: { version } }),
    sendBack: (id: string, body: SendBackGreetingDto) => ask('POST', `/${id}/send-back`, { body }),
    reconsider: (id: string, version: number) => ask('POST', `/${id}/reconsider`, { body: { version } }),
    trim: (id: string, body: TrimGreetingDto) => ask('POST', `/${id}/trim`, { body }),

    putSubtitles: (id: string, language: Language, version: number, text: string) =>
      ask('PUT', `/${id}/subtitles/${language}`, { body: { version, text } }),
    removeSubtitles: (id: string, language: Language, version: number) =>
      ask('POST', `/${id}/subtitles/${language}/remove`, { body: { version } }),

    /** Has the browser given a cookie for the preview: a player can show no ticket. */
    watch: (id: string) => ask<void>('POST', `/${id}/watch`),
    /** A picture that needs a ticket, which an address alone could not show. */
    picture: async (path: string, signal: AbortSignal): Promise<Blob> => {
      const headers = { Authorization: `Bearer ${await getTicket(signInId)}` };
      const response = await fetch(path, { headers, signal });
      if (!response.ok) throw new Fault('unavailable', `no ${path}`);
      return response.blob();
    },
  };
}

export type LibraryApi = ReturnType<typeof libraryApi>;
