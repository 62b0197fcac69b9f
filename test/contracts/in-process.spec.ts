import { describeMediaPlane } from './media-plane.contract';
import { startInProcess } from './planes';

describeMediaPlane('the media plane, nodes in this process', startInProcess);
