import { describeMediaPlane } from './media-plane.contract';
import { startRemote } from './planes';

describeMediaPlane('the media plane, nodes dialling in', startRemote);
