// Runs etcd. The module of the server has no main package of its own, and the one that has it cannot be required, since it
// replaces its siblings by folders.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() {
	etcdmain.Main(os.Args)
}
