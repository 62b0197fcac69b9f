import { Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module';
import { LiveSockets } from './live-sockets.service';
import { SocketsGateway } from './sockets.gateway';

/** The live wire: one socket a device, namespace `/live`. Features add their verbs with `@LiveGateway` and `@OnRequest`. */
@Module({
  imports: [SignInModule],
  providers: [LiveSockets, SocketsGateway],
  exports: [LiveSockets],
})
export class LiveModule {}
