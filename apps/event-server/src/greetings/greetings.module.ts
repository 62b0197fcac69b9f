import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { LiveModule } from '../live/live.module';
import { MediaFilesModule } from '../media-files/media-files.module';
import { RundownRowsModule } from '../rundown/rundown-rows.module';
import { SessionsModule } from '../sessions/sessions.module';
import { SignInModule } from '../sign-in/sign-in.module';
import { VenuesModule } from '../venues/venues.module';
import { GreetingRowsModule } from './greeting-rows.module';
import { GreetingsController } from './greetings.controller';
import { GreetingsGateway } from './greetings.gateway';
import { GreetingsService } from './greetings.service';
import { OfficeController } from './office/office.controller';
import { OfficeCookie } from './office/office-cookie';
import { OfficeService } from './office/office.service';
import { PlaybackRowsModule } from './playback/playback-rows.module';
import { ProcessingModule } from './processing/processing.module';
import { ReviewController } from './review.controller';
import { Review } from './review.service';
import { SubtitlesController } from './subtitles/subtitles.controller';
import { SubtitlesService } from './subtitles/subtitles.service';
import { Finishing } from './uploads/finishing.service';
import { UploadFolder } from './uploads/upload-folder.service';
import { UploadsController } from './uploads/uploads.controller';
import { Uploads } from './uploads/uploads.service';
import { GreetingMediaController } from './watching/greeting-media.controller';
import { PreviewController } from './watching/preview.controller';
import { PreviewPass } from './watching/preview-pass';

@Module({
  imports: [
    DatabaseModule,
    GreetingRowsModule,
    LiveEventsModule,
    LiveModule,
    MediaFilesModule,
    PlaybackRowsModule,
    ProcessingModule,
    RundownRowsModule,
    SessionsModule,
    SignInModule,
    VenuesModule,
  ],
  controllers: [
    GreetingsController,
    ReviewController,
    SubtitlesController,
    GreetingMediaController,
    PreviewController,
    OfficeController,
    UploadsController,
  ],
  providers: [
    GreetingsService,
    GreetingsGateway,
    Review,
    OfficeCookie,
    OfficeService,
    UploadFolder,
    Finishing,
    Uploads,
    SubtitlesService,
    PreviewPass,
  ],
})
export class GreetingsModule {}
