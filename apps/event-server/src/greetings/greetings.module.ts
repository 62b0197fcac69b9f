import { Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module';
import { LiveEventsModule } from '../live-events/live-events.module';
import { LiveModule } from '../live/live.module';
import { SessionsModule } from '../sessions/sessions.module';
import { VenuesModule } from '../venues/venues.module';
import { GreetingRowsModule } from './greeting-rows.module';
import { GreetingsController } from './greetings.controller';
import { GreetingsGateway } from './greetings.gateway';
import { GreetingsService } from './greetings.service';
import { OfficeController } from './office/office.controller';
import { OfficeCookie } from './office/office-cookie';
import { OfficeService } from './office/office.service';
import { ProcessingModule } from './processing/processing.module';
import { ReviewController } from './review.controller';
import { Review } from './review.service';
import { Finishing } from './uploads/finishing.service';
import { UploadFolder } from './uploads/upload-folder.service';
import { UploadsController } from './uploads/uploads.controller';
import { Uploads } from './uploads/uploads.service';

@Module({
  imports: [
    DatabaseModule,
    GreetingRowsModule,
    LiveEventsModule,
    LiveModule,
    ProcessingModule,
    SessionsModule,
    VenuesModule,
  ],
  controllers: [GreetingsController, ReviewController, OfficeController, UploadsController],
  providers: [
    GreetingsService,
    GreetingsGateway,
    Review,
    OfficeCookie,
    OfficeService,
    UploadFolder,
    Finishing,
    Uploads,
  ],
})
export class GreetingsModule {}
