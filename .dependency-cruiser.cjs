/** The directions of docs/architecture.md, checked by `npm test`. Whatever is not allowed here is forbidden. */

const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(apps|libs)/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    only('contracts-know-nothing-of-ours', '^libs/contracts/', '^libs/contracts/'),
    only('domain-knows-contracts', '^libs/domain/', '^libs/(domain|contracts)/'),
    only('sfu-knows-contracts', '^libs/sfu/', '^libs/(sfu|contracts)/'),
    only('media-node-knows-sfu', '^apps/media-node/', '^(apps/media-node|libs/(sfu|contracts))/'),
    only('web-client-knows-the-wire', '^apps/web-client/', '^(apps/web-client|libs/(contracts|domain))/'),
    only('event-server-knows-libs', '^apps/event-server/', '^(apps/event-server|libs)/'),
    {
      name: 'sfu-only-in-the-in-process-adapter',
      severity: 'error',
      from: { path: '^apps/event-server/', pathNot: '^apps/event-server/src/media-plane/in-process/' },
      to: { path: '^libs/sfu/' },
    },
    {
      name: 'mediasoup-only-in-sfu',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/sfu/' },
      to: { path: '^node_modules/mediasoup/' },
    },
    {
      name: 'entities-stay-in-their-feature',
      comment: 'A feature uses another through its exported service. The database folder knows every entity.',
      severity: 'error',
      from: { path: '^apps/event-server/src/([^/]+)/', pathNot: '^apps/event-server/src/database/' },
      to: { path: '\\.(entity|gateway|controller)\\.ts$', pathNot: '^apps/event-server/src/$1/' },
    },
    {
      name: 'browser-takes-only-types-from-dtos',
      comment: 'Decorators and class-validator must not reach the browser bundle.',
      severity: 'error',
      from: { path: '^apps/web-client/' },
      to: {
        path: '^libs/contracts/.*\\.dto\\.ts$|^libs/contracts/src/index\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
