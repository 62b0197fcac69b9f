import { mediaEnvironment } from '../../factories/media-environment';

/** Three nodes on ports of their own, so that test runs do not meet. */
export const threeNodes = () => mediaEnvironment('jinan,tokyo,osaka');
