import {
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Observable } from 'rxjs';
import { inNoHurry } from '../database/patience';

class UnhurriedInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    // Nest calls the route when somebody subscribes.
    return new Observable((subscriber) => inNoHurry(() => next.handle().subscribe(subscriber)));
  }
}

/** Lets a route's queries take long: for exports, which read everything there is. */
export const Unhurried = () => UseInterceptors(UnhurriedInterceptor);
