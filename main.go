package main
import ("context";"fmt";"os";"github.com/compose-spec/compose-go/v2/cli")
func main(){ o,err:=cli.NewProjectOptions(os.Args[1:],cli.WithOsEnv,cli.WithDotEnv); if err!=nil{fmt.Println("ERR",err);os.Exit(1)}; p,err:=o.LoadProject(context.Background()); if err!=nil{fmt.Println("ERR",err);os.Exit(1)}; b,_:=p.MarshalYAML(); fmt.Println(string(b)) }
