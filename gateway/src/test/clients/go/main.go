// Makes a trust check with the generated Go client: the gateway's address, then a token.
package main

import (
	"context"
	"fmt"
	"os"

	client "digitaltrust.example/client"
)

func main() {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: os.Args[1]}}
	configuration.AddDefaultHeader("Authorization", "Bearer "+os.Args[2])
	check, _, err := client.NewAPIClient(configuration).TrustChecksAPI.
		GatewayCheckAccount(context.Background()).
		Platform(client.PLATFORM_TIKTOK).
		Handle("nobody.here").
		Execute()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(check.GetVerdict())
}
