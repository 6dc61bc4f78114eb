"""M/M/8 at a load of 0.85 in other engines; prints logical events (arrivals and ends of service) a second.

    python3 Benchmarks/queue_simpy.py simpy|ciw CUSTOMERS

Exits 3 when the engine is not installed. Benchmarks/run.sh installs what it can.
"""

import random
import sys
import time

SERVERS = 8
RATE = 0.85 * SERVERS


def with_simpy(customers):
    import simpy

    def customer(env, servers, rng):
        with servers.request() as request:
            yield request
            yield env.timeout(rng.expovariate(1.0))

    def source(env, servers, arrivals, services):
        for _ in range(customers):
            yield env.timeout(arrivals.expovariate(RATE))
            env.process(customer(env, servers, services))

    env = simpy.Environment()
    servers = simpy.Resource(env, capacity=SERVERS)
    env.process(source(env, servers, random.Random(1), random.Random(2)))
    started = time.perf_counter()
    env.run()
    return 2 * customers / (time.perf_counter() - started)


def with_ciw(customers):
    import ciw

    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=RATE)],
        service_distributions=[ciw.dists.Exponential(rate=1.0)],
        number_of_servers=[SERVERS],
    )
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    started = time.perf_counter()
    simulation.simulate_until_max_customers(customers, method="Finish")
    return 2 * customers / (time.perf_counter() - started)


def main():
    engines = {"simpy": with_simpy, "ciw": with_ciw}
    if len(sys.argv) != 3 or sys.argv[1] not in engines:
        sys.exit(__doc__)
    try:
        print(engines[sys.argv[1]](int(sys.argv[2])))
    except ImportError as missing:
        print(missing, file=sys.stderr)
        sys.exit(3)


main()
