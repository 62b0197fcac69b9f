import { Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config';

/** Gives the settings, which were read before Nest started, to everybody who asks for `Config`. */
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Config, useValue: config }],
      exports: [Config],
    };
  }
}
