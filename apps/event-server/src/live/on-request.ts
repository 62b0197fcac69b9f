import type { PipeTransform, Type } from '@nestjs/common';
import { SetMetadata } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage } from '@nestjs/websockets';
import { decode, type LiveRequests } from '@manyhalls/contracts';
import type { Permission } from '@manyhalls/domain';
import type { LiveSocket } from './live-socket';

export const neededKey = 'manyhalls:live:needed';

type Verb = keyof LiveRequests;
type Handler<V extends Verb> = (
  socket: LiveSocket,
  request: LiveRequests[V]['request'],
) => Promise<LiveRequests[V]['reply']>;

/**
 * Makes a gateway's method answer a verb of the live wire. What arrives is held to exactly this DTO; what the method
 * returns goes back in the acknowledgement.
 * @param needed what the sender's role must permit; `null`: nothing, and the ticket may even have expired
 */
export function OnRequest<V extends Verb>(
  verb: V,
  dto: Type<LiveRequests[V]['request']>,
  needed: Permission | null,
) {
  return (target: object, method: string, descriptor: { value?: Handler<V> }): void => {
    // Otherwise a global pipe, too, would go by the parameters' types.
    Reflect.defineMetadata('design:paramtypes', [Object, Object], target, method);
    SubscribeMessage(verb)(target, method, descriptor);
    SetMetadata(neededKey, needed)(target, method, descriptor);
    ConnectedSocket()(target, method, 0);
    MessageBody(fitting(dto))(target, method, 1);
  };
}

const fitting = <Dto extends object>(dto: Type<Dto>): PipeTransform => ({
  transform: (value: unknown) => decode(dto, value),
});
