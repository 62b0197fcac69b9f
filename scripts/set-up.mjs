// @ts-check
// node scripts/set-up.mjs: everything that a start needs, without starting. For images (docker/Dockerfile).
import { setUp } from './setup/index.mjs';
import { giveUp } from './setup/problem.mjs';

setUp({ products: ['event-server', 'media-node', 'web-client'] }).catch(giveUp);
