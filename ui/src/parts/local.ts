/** A setting of this device, kept by the core (never by the web view). */
import { useQuery } from "@tanstack/react-query";
import { core } from "../backend/commands";
import { queries } from "./record";
import { complain } from "./toast";

export function useLocal(key: string): [value: string, set: (value: string) => void] {
  const query = useQuery({
    queryKey: ["local", key],
    queryFn: async () => (await core.getLocal(key)) ?? "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return [
    query.data ?? "",
    (value) => {
      queries.setQueryData(["local", key], value);
      core.setLocal(key, value).catch(complain);
    },
  ];
}
