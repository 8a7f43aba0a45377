// The arrows of the house: leaves ← domain, rules ← store ← {engine, delivery, documents, web/pages} ← {commands, duties} ← main, cli.
const leaves = '^src/(chat|clock|errors|log|words|failpoint|nudge)\\.ts$'
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from,
  to: { path: '^(src|commands)/', pathNot: to },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('leaves', { path: leaves }, leaves, 'a leaf knows leaves'),
    only(
      'domain',
      { path: '^src/(domain|rules)/' },
      [leaves, '^src/(domain|rules)/'],
      'pure rules know leaves and each other',
    ),
    only(
      'store',
      { path: '^src/store/' },
      [leaves, '^src/(domain|rules|store)/'],
      'the store knows the documents and nothing that uses them',
    ),
    only(
      'engine',
      { path: '^src/engine/' },
      [leaves, '^src/(domain|rules|store|engine)/'],
      'engine and delivery meet in the store',
    ),
    only(
      'delivery',
      { path: '^src/delivery/' },
      [leaves, '^src/(domain|rules|store|delivery)/'],
      'engine and delivery meet in the store',
    ),
    only(
      'documents',
      { path: '^src/documents/' },
      [leaves, '^src/(domain|rules|store|documents)/'],
      'documents are made from what the store holds',
    ),
    only('pages', { path: '^src/web/pages/' }, [leaves, '^src/(domain|rules|store|web)/'], 'pages read the store'),
    only(
      'web',
      { path: '^src/web/', pathNot: '^src/web/pages/' },
      ['^src/(chat|errors|log)\\.ts$', '^src/web/(?!pages/)'],
      'the server knows the port, errors and log',
    ),
    only(
      'platforms',
      { path: '^src/platforms/' },
      ['^src/(chat|errors|log)\\.ts$', '^src/platforms/'],
      'bytes to the port and back, nothing else',
    ),
    only(
      'duties',
      { path: '^src/duties/' },
      [leaves, '^src/(domain|rules|store|engine|documents|duties)/'],
      'duties do not know commands',
    ),
    only(
      'commands',
      { path: '^commands/' },
      [leaves, '^src/(domain|rules|store|documents|duties)/', '^src/engine/command\\.ts$', '^commands/'],
      'commands see the engine through command.ts',
    ),
    {
      name: 'commands-not-store',
      comment: 'a command reads, saves and says through ctx; it may name the shapes of the store',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '^src/store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-is-the-root',
      severity: 'error',
      from: { pathNot: '^src/cli\\.ts$' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'config-is-read-by-roots',
      severity: 'error',
      from: { pathNot: '^src/(main|channels|cli|cli/.+)\\.ts$' },
      to: { path: '^src/config\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
