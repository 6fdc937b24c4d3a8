// Where Next.js and this package are installed; else it takes the nearest folder with a lock file.
export default { turbopack: { root: new URL("../..", import.meta.url).pathname } };
