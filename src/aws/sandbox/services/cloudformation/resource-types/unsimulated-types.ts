/**
 * Types that AWS has and the sandbox has not, of the services of which it has some: any other name is a mistake in the
 * template. Source: CloudFormation User Guide, "AWS resource and property types reference".
 */
export const unsimulatedTypes: Readonly<Record<string, string>> = {
  'AWS::DynamoDB': 'GlobalTable',
  'AWS::EC2':
    'CapacityReservation CapacityReservationFleet CarrierGateway ClientVpnAuthorizationRule ClientVpnEndpoint ClientVpnRoute ClientVpnTargetNetworkAssociation CustomerGateway DHCPOptions EC2Fleet EgressOnlyInternetGateway EIP EIPAssociation EnclaveCertificateIamRoleAssociation FlowLog GatewayRouteTableAssociation Host Instance InstanceConnectEndpoint IPAM IPAMAllocation IPAMPool IPAMPoolCidr IPAMResourceDiscovery IPAMResourceDiscoveryAssociation IPAMScope KeyPair LaunchTemplate LocalGatewayRoute LocalGatewayRouteTable LocalGatewayRouteTableVPCAssociation NatGateway NetworkAcl NetworkAclEntry NetworkInsightsAccessScope NetworkInsightsAnalysis NetworkInsightsPath NetworkInterface NetworkInterfaceAttachment NetworkInterfacePermission NetworkPerformanceMetricSubscription PlacementGroup PrefixList SecurityGroupEgress SecurityGroupIngress SecurityGroupVpcAssociation SnapshotBlockPublicAccess SpotFleet SubnetCidrBlock SubnetNetworkAclAssociation TrafficMirrorFilter TrafficMirrorFilterRule TrafficMirrorSession TrafficMirrorTarget TransitGateway TransitGatewayAttachment TransitGatewayConnect TransitGatewayMulticastDomain TransitGatewayPeeringAttachment TransitGatewayRoute TransitGatewayRouteTable TransitGatewayRouteTableAssociation TransitGatewayRouteTablePropagation TransitGatewayVpcAttachment Volume VolumeAttachment VPCBlockPublicAccessExclusion VPCBlockPublicAccessOptions VPCCidrBlock VPCDHCPOptionsAssociation VPCEndpoint VPCEndpointConnectionNotification VPCEndpointService VPCEndpointServicePermissions VPCPeeringConnection VPNConnection VPNConnectionRoute VPNGateway VPNGatewayRoutePropagation',
  'AWS::Events': 'ApiDestination Archive Connection Endpoint EventBus EventBusPolicy',
  'AWS::IAM':
    'AccessKey Group GroupPolicy OIDCProvider RolePolicy SAMLProvider ServerCertificate ServiceLinkedRole UserPolicy UserToGroupAddition VirtualMFADevice',
  'AWS::KMS': 'ReplicaKey',
  'AWS::Lambda':
    'Alias CapacityProvider CodeSigningConfig EventInvokeConfig EventSourceMapping LayerVersion LayerVersionPermission Url Version',
  'AWS::Logs':
    'AccountPolicy Delivery DeliveryDestination DeliverySource Destination Integration LogAnomalyDetector LogStream MetricFilter QueryDefinition ResourcePolicy ScheduledQuery SubscriptionFilter Transformer',
  'AWS::S3':
    'AccessGrant AccessGrantsInstance AccessGrantsLocation AccessPoint MultiRegionAccessPoint MultiRegionAccessPointPolicy StorageLens StorageLensGroup',
  'AWS::SNS': 'TopicInlinePolicy TopicPolicy',
  'AWS::SQS': 'QueueInlinePolicy',
  'AWS::SSM':
    'Association Document MaintenanceWindow MaintenanceWindowTarget MaintenanceWindowTask PatchBaseline ResourceDataSync ResourcePolicy',
};
